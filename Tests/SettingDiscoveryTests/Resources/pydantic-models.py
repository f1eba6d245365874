"""Writes modules with settings classes, and asks pydantic itself which variables their fields answer to.

Each class has a twin of which every field has a default. A variable counts where a value given to it arrives in the twin, and is
required where the class cannot be made without it. Usage: pydantic-models.py FOLDER COUNT SEED
"""

import importlib.util
import json
import os
import random
import sys
import warnings

from pydantic import ValidationError

MARK = "m4rk"
NAMES = ["host", "port", "api_key", "Debug", "token", "url", "retries", "log_level", "region", "userName"]
TYPES = ["str", "int", "bool", "float", "SecretStr", "Optional[str]", "str | None", "'str'"]
HEADER = """\
from __future__ import annotations
from typing import Annotated, ClassVar, Optional
import pydantic as p
from pydantic import AliasChoices, AliasPath, BaseModel, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
"""


class Writer:
    def __init__(self, rng):
        self.rng = rng
        self.models = []

    def chance(self, share):
        return self.rng.random() < share

    def field(self, name, kinds, aliases=True):
        """One field: what it is called and typed, its aliases, and whether it has a default."""
        kind = self.rng.choice(kinds)
        names, form = [], None
        if aliases and self.chance(0.35):
            form = self.rng.choice(["alias", "validation_alias", "choices"])
            names = [f"{self.rng.choice(['ext', 'EXT', 'legacy'])}_{name}"]
            if form == "choices":
                names.append(f"OLD_{name}")
        return {"name": name, "type": kind, "aliases": names, "form": form, "default": self.chance(0.5)}

    def model(self, depth):
        """A class that is the type of a field."""
        fields = [self.field(n, TYPES) for n in self.rng.sample(NAMES, self.rng.randint(1, 3))]
        if depth > 0 and self.chance(0.4):
            inner = self.model(depth - 1)
            fields.append({"name": "inner", "type": inner["class"], "aliases": [], "form": None, "default": False, "model": inner})
        if not any(not f["default"] for f in fields):
            fields[0]["default"] = False
        model = {"class": f"Part{len(self.models)}", "fields": fields}
        self.models.append(model)
        return model

    def declaration(self, field, relaxed):
        args = []
        has_default = field["default"] or relaxed
        value = "'1'" if "model" not in field else self.instance(field, relaxed)
        if field.get("none"):
            value = "None"
        if field["form"] == "alias":
            args.append(f'alias="{field["aliases"][0]}"')
        elif field["form"] == "validation_alias":
            args.append(f'validation_alias="{field["aliases"][0]}"')
        elif field["form"] == "choices":
            listed = ", ".join(f'"{a}"' for a in field["aliases"])
            args.append(f"validation_alias=AliasChoices({listed})")
        kind = "str" if relaxed and "model" not in field else field["type"]
        style = self.style(field)
        if style == "annotated" and args:
            note = f'Annotated[{kind.strip(chr(39))}, Field({", ".join(args)})]'
            return f'{field["name"]}: {note}' + (f" = {value}" if has_default else "")
        if args or style == "field":
            if has_default:
                args.insert(0, [value, f"default={value}", f"default_factory=lambda: {value}"][field["name"].__len__() % 3])
            elif style == "ellipsis":
                args.insert(0, "...")
            owner = "p." if style == "qualified" else ""
            return f'{field["name"]}: {kind} = {owner}Field({", ".join(args)})'
        return f'{field["name"]}: {kind}' + (f" = {value}" if has_default else "")

    def style(self, field):
        return ["plain", "annotated", "field", "ellipsis", "qualified"][sum(map(ord, field["name"] + field["type"])) % 5]

    def instance(self, field, relaxed):
        if relaxed:
            return f'{field["model"]["class"]}()'
        given = ", ".join(f'"{(f["aliases"] or [f["name"]])[0]}": {self.given(f)}' for f in field["model"]["fields"])
        return f'{field["model"]["class"]}(**{{{given}}})'

    def given(self, field):
        return self.instance(field, False) if "model" in field else "'1'"

    def classes(self, plan, relaxed):
        lines = []
        for model in self.models:
            lines += ["", f'class {model["class"]}(BaseModel):']
            if plan.get("hidden"):
                lines.append('    model_config = {"loc_by_alias": False}')
            lines += ["    " + self.declaration(f, relaxed) for f in model["fields"]]
        for owner in plan["classes"]:
            keywords = "".join(f", {k}={v!r}" for k, v in owner["config"].items()) if owner["place"] == "keywords" else ""
            lines += ["", "", f'class {owner["class"]}({owner["base"]}{keywords}):', '    """Settings: isn\'t code = 1."""']
            if owner["place"] == "call" and owner["config"]:
                lines.append("    model_config = SettingsConfigDict(" + ", ".join(f"{k}={v!r}" for k, v in owner["config"].items()) + ")")
            if owner["place"] == "dict" and owner["config"]:
                lines.append(f'    model_config = {json.dumps(owner["config"])}'.replace("true", "True").replace("false", "False"))
            lines.append("    LIMIT: ClassVar[int] = 3")
            for field in owner["fields"]:
                lines.append("    " + self.declaration(field, relaxed) + self.rng.choice(["", "  # don't"]))
            if owner["place"] == "class" and owner["config"]:
                lines += ["", "    class Config:"] + [f"        {k} = {v!r}" for k, v in owner["config"].items()]
            lines += ["", "    def describe(self) -> str:", "        other: str = 'x'", "        return other"]
        prefix = f'_env_prefix="{plan["given"]}"' if plan["given"] else ""
        lines += ["", "", "def load():", f"    return Settings({prefix})"]
        return HEADER + "\n".join(lines) + "\n"

    def plan(self):
        config = {}
        if self.chance(0.6):
            config["env_prefix"] = self.rng.choice(["APP_", "my_app_", "X"])
        if self.chance(0.5):
            config["env_nested_delimiter"] = self.rng.choice(["__", "__", "_"])
            if config["env_nested_delimiter"] == "_" or self.chance(0.2):
                config["env_nested_max_split"] = self.rng.choice([1, 2])
        if self.chance(0.15):
            config["case_sensitive"] = True
        if self.chance(0.2):
            config["env_prefix_target"] = self.rng.choice(["variable", "alias", "all"])
        if self.chance(0.2):
            config["populate_by_name"] = True
        names = self.rng.sample(NAMES, self.rng.randint(2, 6))
        fields = [self.field(n, TYPES) for n in names]
        for number in range(self.rng.choice([0, 0, 1, 2])):
            model = self.model(1)
            optional = self.chance(0.3)
            kind = model["class"] if not optional else f'Optional[{model["class"]}]'
            fields.append({"name": ["database", "mail"][number], "type": kind, "aliases": [], "form": None,
                           "default": optional or self.chance(0.3), "none": False, "model": model})
        classes = [{"class": "Settings", "base": "BaseSettings", "config": config, "fields": fields,
                    "place": self.rng.choice(["call", "call", "dict", "keywords", "class"])}]
        if self.chance(0.3) and len(fields) > 2:
            moved = {"env_prefix": "BASE_"} if self.chance(0.5) else {}
            base = {"class": "Common", "base": "BaseSettings", "config": moved, "fields": fields[:2], "place": "call"}
            classes[0]["base"] = "Common"
            classes[0]["fields"] = fields[2:]
            classes.insert(0, base)
        return {"classes": classes, "fields": fields, "given": "GIVEN_" if self.chance(0.1) else None}


def candidates(plan):
    """Every name that a field could conceivably answer to, the likelier of several first."""
    configs = [c["config"] for c in plan["classes"]]
    prefixes = ["", plan["given"] or ""] + [c.get("env_prefix", "") for c in configs]
    delimiters = [d for d in {c.get("env_nested_delimiter") for c in configs} if d]
    sensitive = any(c.get("case_sensitive") for c in configs)

    def leaves(field):
        own = field["aliases"] + [field["name"]]
        for name in own:
            if "model" not in field:
                yield name, MARK
                continue
            yield name, json.dumps(whole(field["model"]))
            for delimiter in delimiters:
                for part in field["model"]["fields"]:
                    for inner, value in leaves(part):
                        yield name + delimiter + inner, value

    def whole(model):
        return {(f["aliases"] or [f["name"]])[0]: whole(f["model"]) if "model" in f else MARK for f in model["fields"]}

    seen = {}
    for field in plan["fields"]:
        for name, value in leaves(field):
            for prefix in dict.fromkeys(prefixes):
                full = prefix + name
                seen.setdefault(full if sensitive else full.upper(), value)
    return seen


def landings(instance):
    def walk(value, path):
        if isinstance(value, dict):
            for key, inner in value.items():
                yield from walk(inner, path + (key,))
        elif value == MARK:
            yield path

    return list(walk(instance.model_dump(), ()))


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def attempt(module, environment):
    os.environ.clear()
    os.environ.update(environment)
    return module.load()


def answers(twin, plan):
    """Variables that reach a field, and the fields that they reach."""
    found = {}
    for name, value in candidates(plan).items():
        try:
            reached = landings(attempt(twin, {name: value}))
        except Exception:
            continue
        if reached:
            found[name] = (reached, value)
    return found


def required(module, found):
    environment = {}
    for _ in range(8):
        try:
            attempt(module, environment)
            break
        except ValidationError as error:
            missing = [tuple(e["loc"]) for e in error.errors() if e["type"] == "missing"]
            taken = set()
            for name, (paths, value) in sorted(found.items(), key=lambda item: item[1][1] != MARK):
                if any(path[: len(loc)] == loc for loc in missing for path in paths) and not taken & set(paths):
                    if name not in environment:
                        environment[name] = value.replace(MARK, "1")
                    taken |= set(paths)
    else:
        return None
    needed = set()
    for name in environment:
        rest = {k: v for k, v in environment.items() if k != name}
        try:
            attempt(module, rest)
        except ValidationError:
            needed.add(name)
    return needed


def main():
    folder, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    warnings.simplefilter("ignore")
    truth = {}
    for number in range(count):
        writer = Writer(random.Random(seed * 100003 + number))
        plan = writer.plan()
        for owner in plan["classes"]:
            owner["config"] = dict(owner["config"])
        path = os.path.join(folder, f"m{number}.py")
        open(path, "w").write(writer.classes(plan, False))
        twin_path = os.path.join(folder, f"twin{number}.txt")
        open(twin_path, "w").write(writer.classes(plan, True))
        os.rename(twin_path, twin_path[:-4] + "_twin.py")
        plan["hidden"] = True
        for owner in plan["classes"]:
            owner["config"]["loc_by_alias"] = False
        hidden = os.path.join(folder, f"plain{number}_hidden.py")
        open(hidden, "w").write(writer.classes(plan, False))
        found = answers(load(twin_path[:-4] + "_twin.py", f"twin{number}"), plan)
        needed = required(load(hidden, f"plain{number}"), found)
        truth[f"m{number}.py"] = {
            "names": {name: {"paths": [".".join(p) for p in paths], "required": name in (needed or ()), "isContainer": value != MARK}
                      for name, (paths, value) in found.items()},
            "judged": needed is not None,
        }
    json.dump(truth, open(os.path.join(folder, "truth.json"), "w"))


main()
