#include "CYAML.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

struct cyaml_parser {
  yaml_parser_t parser;
  yaml_event_t event;
  /// What the parser came to, which it says for ever after.
  cyaml_event last;
  int is_over;
};

cyaml_parser *cyaml_open(const void *bytes, size_t count) {
  cyaml_parser *self = calloc(1, sizeof *self);
  if (!self) return NULL;
  if (!yaml_parser_initialize(&self->parser)) {
    free(self);
    return NULL;
  }
  yaml_parser_set_encoding(&self->parser, YAML_UTF8_ENCODING);
  yaml_parser_set_input_string(&self->parser, bytes, count);
  return self;
}

void cyaml_close(cyaml_parser *self) {
  if (!self) return;
  yaml_event_delete(&self->event);
  yaml_parser_delete(&self->parser);
  free(self);
}

static void take_failure(const yaml_parser_t *parser, cyaml_event *event) {
  event->kind = cyaml_failure;
  event->value = parser->problem ? parser->problem : "there is no memory";
  event->length = strlen(event->value);
  event->tag = parser->context;
  event->is_encoding = parser->error == YAML_READER_ERROR;
  event->start = event->end = event->is_encoding ? parser->problem_offset : parser->problem_mark.index;
  event->line = parser->problem_mark.line;
  event->column = parser->problem_mark.column;
}

static cyaml_style style_of(yaml_scalar_style_t style) {
  switch (style) {
  case YAML_SINGLE_QUOTED_SCALAR_STYLE: return cyaml_single_quoted;
  case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return cyaml_double_quoted;
  case YAML_LITERAL_SCALAR_STYLE: return cyaml_literal;
  case YAML_FOLDED_SCALAR_STYLE: return cyaml_folded;
  default: return cyaml_plain;
  }
}

static void take_event(const yaml_event_t *from, cyaml_event *event) {
  event->start = from->start_mark.index;
  event->end = from->end_mark.index;
  event->line = from->start_mark.line;
  event->column = from->start_mark.column;
  switch (from->type) {
  case YAML_DOCUMENT_START_EVENT: event->kind = cyaml_document_start; break;
  case YAML_DOCUMENT_END_EVENT: event->kind = cyaml_document_end; break;
  case YAML_SEQUENCE_END_EVENT: event->kind = cyaml_sequence_end; break;
  case YAML_MAPPING_END_EVENT: event->kind = cyaml_mapping_end; break;
  case YAML_ALIAS_EVENT:
    event->kind = cyaml_alias;
    event->anchor = (const char *)from->data.alias.anchor;
    break;
  case YAML_SCALAR_EVENT:
    event->kind = cyaml_scalar;
    event->anchor = (const char *)from->data.scalar.anchor;
    event->tag = (const char *)from->data.scalar.tag;
    event->value = (const char *)from->data.scalar.value;
    event->length = from->data.scalar.length;
    event->style = style_of(from->data.scalar.style);
    break;
  case YAML_SEQUENCE_START_EVENT:
    event->kind = cyaml_sequence_start;
    event->anchor = (const char *)from->data.sequence_start.anchor;
    event->tag = (const char *)from->data.sequence_start.tag;
    break;
  case YAML_MAPPING_START_EVENT:
    event->kind = cyaml_mapping_start;
    event->anchor = (const char *)from->data.mapping_start.anchor;
    event->tag = (const char *)from->data.mapping_start.tag;
    break;
  default: event->kind = cyaml_end; break;
  }
}

void cyaml_next(cyaml_parser *self, cyaml_event *event) {
  if (self->is_over) {
    *event = self->last;
    return;
  }
  memset(event, 0, sizeof *event);
  do {
    yaml_event_delete(&self->event);
    if (!yaml_parser_parse(&self->parser, &self->event)) {
      take_failure(&self->parser, event);
      self->is_over = 1;
      self->last = *event;
      return;
    }
  } while (self->event.type == YAML_STREAM_START_EVENT);
  take_event(&self->event, event);
  if (event->kind == cyaml_end) {
    self->is_over = 1;
    self->last = *event;
  }
}
