#include "CMbedCrypto.h"

#include <mbedtls/md.h>
#include <mbedtls/sha1.h>
#include <mbedtls/sha256.h>

int stanch_hmac_sha256(const uint8_t *key, size_t key_length, const uint8_t *first, size_t first_length,
                       const uint8_t *second, size_t second_length, uint8_t output[32]) {
  mbedtls_md_context_t context;
  mbedtls_md_init(&context);
  int status = mbedtls_md_setup(&context, mbedtls_md_info_from_type(MBEDTLS_MD_SHA256), 1);
  if (status == 0) status = mbedtls_md_hmac_starts(&context, key, key_length);
  if (status == 0) status = mbedtls_md_hmac_update(&context, first, first_length);
  if (status == 0) status = mbedtls_md_hmac_update(&context, second, second_length);
  if (status == 0) status = mbedtls_md_hmac_finish(&context, output);
  mbedtls_md_free(&context);
  return status;
}

int stanch_sha256(const uint8_t *bytes, size_t length, uint8_t output[32]) {
  return mbedtls_sha256_ret(bytes, length, output, 0);
}

int stanch_sha1(const uint8_t *bytes, size_t length, uint8_t output[20]) {
  return mbedtls_sha1_ret(bytes, length, output);
}
