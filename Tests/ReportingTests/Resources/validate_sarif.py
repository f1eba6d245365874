"""Validates a SARIF log from standard input against the OASIS schema of SARIF 2.1.0.

The schema is read out of the source archive that Tests/requirements-sources.txt names. Status 0: valid; 1: not valid, with one
error a line; 2: the validator is not set up.
"""

import json
import pathlib
import sys
import tarfile

SCHEMA = "test/fixtures/schemas/sarif/schema-2.1.0.json"


def schema():
    folder = pathlib.Path(sys.prefix) / "sources"
    for archive in sorted(folder.glob("cfn_lint-*.tar.gz")):
        with tarfile.open(archive) as members:
            for member in members:
                if member.name.endswith("/" + SCHEMA):
                    return json.load(members.extractfile(member))
    sys.exit(not_set_up(f"no SARIF schema under {folder}"))


def not_set_up(reason):
    print(f"{reason}: run scripts/test, which sets it up", file=sys.stderr)
    return 2


def main():
    try:
        import jsonschema
        import rfc3986_validator  # noqa: F401 (without it, formats of URIs pass unchecked)
    except ImportError as error:
        return not_set_up(str(error))
    checker = jsonschema.Draft7Validator.FORMAT_CHECKER
    validator = jsonschema.Draft7Validator(schema(), format_checker=checker)
    errors = sorted(validator.iter_errors(json.load(sys.stdin)), key=lambda error: error.json_path)
    for error in errors:
        print(f"{error.json_path}: {error.message}")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
