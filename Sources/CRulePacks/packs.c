// Written by scripts/list-rule-packs.

#include "CRulePacks.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char ai_tools[] = {
#embed "../../rules/ai-tools.toml"
};

static const unsigned char ai[] = {
#embed "../../rules/ai.toml"
};

static const unsigned char analytics[] = {
#embed "../../rules/analytics.toml"
};

static const unsigned char chat[] = {
#embed "../../rules/chat.toml"
};

static const unsigned char cloud[] = {
#embed "../../rules/cloud.toml"
};

static const unsigned char commerce[] = {
#embed "../../rules/commerce.toml"
};

static const unsigned char connection_strings[] = {
#embed "../../rules/connection-strings.toml"
};

static const unsigned char crm[] = {
#embed "../../rules/crm.toml"
};

static const unsigned char data[] = {
#embed "../../rules/data.toml"
};

static const unsigned char devtools[] = {
#embed "../../rules/devtools.toml"
};

static const unsigned char finance[] = {
#embed "../../rules/finance.toml"
};

static const unsigned char games[] = {
#embed "../../rules/games.toml"
};

static const unsigned char generic[] = {
#embed "../../rules/generic.toml"
};

static const unsigned char global[] = {
#embed "../../rules/global.toml"
};

static const unsigned char identity[] = {
#embed "../../rules/identity.toml"
};

static const unsigned char infrastructure[] = {
#embed "../../rules/infrastructure.toml"
};

static const unsigned char iot[] = {
#embed "../../rules/iot.toml"
};

static const unsigned char keys[] = {
#embed "../../rules/keys.toml"
};

static const unsigned char mail[] = {
#embed "../../rules/mail.toml"
};

static const unsigned char monitoring[] = {
#embed "../../rules/monitoring.toml"
};

static const unsigned char named_data[] = {
#embed "../../rules/named-data.toml"
};

static const unsigned char named_development[] = {
#embed "../../rules/named-development.toml"
};

static const unsigned char named_finance[] = {
#embed "../../rules/named-finance.toml"
};

static const unsigned char named_media[] = {
#embed "../../rules/named-media.toml"
};

static const unsigned char named_messaging[] = {
#embed "../../rules/named-messaging.toml"
};

static const unsigned char named_platforms[] = {
#embed "../../rules/named-platforms.toml"
};

static const unsigned char named_sales[] = {
#embed "../../rules/named-sales.toml"
};

static const unsigned char named_security[] = {
#embed "../../rules/named-security.toml"
};

static const unsigned char named_work[] = {
#embed "../../rules/named-work.toml"
};

static const unsigned char payment[] = {
#embed "../../rules/payment.toml"
};

static const unsigned char registries[] = {
#embed "../../rules/registries.toml"
};

static const unsigned char saas[] = {
#embed "../../rules/saas.toml"
};

static const unsigned char security[] = {
#embed "../../rules/security.toml"
};

static const unsigned char social[] = {
#embed "../../rules/social.toml"
};

static const unsigned char source_hosting[] = {
#embed "../../rules/source-hosting.toml"
};

static const stanch_rule_pack packs[] = {
    {"ai-tools.toml", ai_tools, sizeof ai_tools},
    {"ai.toml", ai, sizeof ai},
    {"analytics.toml", analytics, sizeof analytics},
    {"chat.toml", chat, sizeof chat},
    {"cloud.toml", cloud, sizeof cloud},
    {"commerce.toml", commerce, sizeof commerce},
    {"connection-strings.toml", connection_strings, sizeof connection_strings},
    {"crm.toml", crm, sizeof crm},
    {"data.toml", data, sizeof data},
    {"devtools.toml", devtools, sizeof devtools},
    {"finance.toml", finance, sizeof finance},
    {"games.toml", games, sizeof games},
    {"generic.toml", generic, sizeof generic},
    {"global.toml", global, sizeof global},
    {"identity.toml", identity, sizeof identity},
    {"infrastructure.toml", infrastructure, sizeof infrastructure},
    {"iot.toml", iot, sizeof iot},
    {"keys.toml", keys, sizeof keys},
    {"mail.toml", mail, sizeof mail},
    {"monitoring.toml", monitoring, sizeof monitoring},
    {"named-data.toml", named_data, sizeof named_data},
    {"named-development.toml", named_development, sizeof named_development},
    {"named-finance.toml", named_finance, sizeof named_finance},
    {"named-media.toml", named_media, sizeof named_media},
    {"named-messaging.toml", named_messaging, sizeof named_messaging},
    {"named-platforms.toml", named_platforms, sizeof named_platforms},
    {"named-sales.toml", named_sales, sizeof named_sales},
    {"named-security.toml", named_security, sizeof named_security},
    {"named-work.toml", named_work, sizeof named_work},
    {"payment.toml", payment, sizeof payment},
    {"registries.toml", registries, sizeof registries},
    {"saas.toml", saas, sizeof saas},
    {"security.toml", security, sizeof security},
    {"social.toml", social, sizeof social},
    {"source-hosting.toml", source_hosting, sizeof source_hosting},
};

const stanch_rule_pack *stanch_rule_packs(size_t *count) {
  *count = sizeof packs / sizeof packs[0];
  return packs;
}
