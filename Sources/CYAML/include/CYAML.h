#pragma once
#include <stddef.h>

/// What libyaml says next of a text, without its unions and enumerations.
typedef enum {
  cyaml_end,
  cyaml_document_start,
  cyaml_document_end,
  cyaml_alias,
  cyaml_scalar,
  cyaml_sequence_start,
  cyaml_sequence_end,
  cyaml_mapping_start,
  cyaml_mapping_end,
  cyaml_failure,
} cyaml_kind;

typedef enum {
  cyaml_plain,
  cyaml_single_quoted,
  cyaml_double_quoted,
  cyaml_literal,
  cyaml_folded,
} cyaml_style;

/// One event. Its texts belong to the parser, and stand until the next event is asked for.
typedef struct {
  cyaml_kind kind;
  /// Of an alias, the name it asks for; of a failure, what is wrong. NULL where there is none.
  const char *anchor;
  const char *tag;
  const char *value;
  size_t length;
  cyaml_style style;
  /// In characters from the beginning, except of a failure in the encoding, where it is in bytes.
  size_t start;
  size_t end;
  /// Both from 0.
  size_t line;
  size_t column;
  /// Whether a failure is one of the encoding, so that there is no line.
  int is_encoding;
} cyaml_event;

typedef struct cyaml_parser cyaml_parser;

/// NULL where there is no memory. The bytes are not copied, and have to stand until the parser is closed.
cyaml_parser *cyaml_open(const void *bytes, size_t count);
void cyaml_close(cyaml_parser *parser);
/// After the end and after a failure it says the same again.
void cyaml_next(cyaml_parser *parser, cyaml_event *event);
