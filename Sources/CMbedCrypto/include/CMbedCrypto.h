#pragma once
#include <stddef.h>
#include <stdint.h>

/// HMAC-SHA256 (RFC 2104, FIPS 180-4) of the concatenation of two byte strings; writes 32 bytes.
/// Returns 0, or an mbed TLS error code.
int stanch_hmac_sha256(const uint8_t *key, size_t key_length, const uint8_t *first, size_t first_length,
                       const uint8_t *second, size_t second_length, uint8_t output[32]);

/// SHA-256 (FIPS 180-4); writes 32 bytes. Returns 0, or an mbed TLS error code.
int stanch_sha256(const uint8_t *bytes, size_t length, uint8_t output[32]);

/// SHA-1 (FIPS 180-4), which other tools know secrets by; writes 20 bytes. Returns 0, or an mbed TLS error code.
int stanch_sha1(const uint8_t *bytes, size_t length, uint8_t output[20]);
