// Written by scripts/list-rule-packs.

#include "CRulePacks.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char ai[] = {
#embed "../../rules/ai.toml"
};

static const unsigned char chat[] = {
#embed "../../rules/chat.toml"
};

static const unsigned char cloud[] = {
#embed "../../rules/cloud.toml"
};

static const unsigned char connection_strings[] = {
#embed "../../rules/connection-strings.toml"
};

static const unsigned char generic[] = {
#embed "../../rules/generic.toml"
};

static const unsigned char global[] = {
#embed "../../rules/global.toml"
};

static const unsigned char infrastructure[] = {
#embed "../../rules/infrastructure.toml"
};

static const unsigned char keys[] = {
#embed "../../rules/keys.toml"
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

static const unsigned char source_hosting[] = {
#embed "../../rules/source-hosting.toml"
};

static const stanch_rule_pack packs[] = {
    {"ai.toml", ai, sizeof ai},
    {"chat.toml", chat, sizeof chat},
    {"cloud.toml", cloud, sizeof cloud},
    {"connection-strings.toml", connection_strings, sizeof connection_strings},
    {"generic.toml", generic, sizeof generic},
    {"global.toml", global, sizeof global},
    {"infrastructure.toml", infrastructure, sizeof infrastructure},
    {"keys.toml", keys, sizeof keys},
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
    {"source-hosting.toml", source_hosting, sizeof source_hosting},
};

const stanch_rule_pack *stanch_rule_packs(size_t *count) {
  *count = sizeof packs / sizeof packs[0];
  return packs;
}
