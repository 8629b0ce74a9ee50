"""Makes the model catalogue; bin/update-models.sh runs it.

The catalogue is an excerpt of LiteLLM's model map in LiteLLM's own format: the models that this
service calls, with the fields that it reads (org.code.aiproxy.provider.catalogue.LiteLlmMap). The excerpt and the
whole map are therefore read by the same code.
"""

import argparse
import ast
import json
import re
import sys
import zipfile
from decimal import Decimal

MAP = "litellm/model_prices_and_context_window_backup.json"
PRICES = "genai_prices/data.py"
PROVIDERS = {"openai", "bedrock", "bedrock_converse"}
GEOGRAPHIES = {"us", "us-gov", "eu", "apac", "jp", "au", "ca", "sa", "me", "af", "in", "global"}

# Cache entries that are kept for longer cost more; this service asks for none.
COST = re.compile(
    r"(input_cost_per_token|output_cost_per_token|cache_read_input_token_cost"
    r"|cache_creation_input_token_cost)(_above_\d+k_tokens)?(_batches|_flex|_priority|_decisions)?"
)
FIELDS = {
    "litellm_provider",
    "mode",
    "max_input_tokens",
    "max_output_tokens",
    "deprecation_date",
    "successor_model",
    "supported_endpoints",
    "supports_reasoning",
    "supports_none_reasoning_effort",
    "supports_minimal_reasoning_effort",
    "supports_low_reasoning_effort",
    "supports_xhigh_reasoning_effort",
    "supports_max_reasoning_effort",
    "bedrock_output_config_effort_ceiling",
    "thinking_always_on",
    "supports_sampling_params",
    "supports_response_schema",
    "supports_native_structured_output",
    "supports_bedrock_native_structured_output",
    "supports_function_calling",
    "supports_tool_choice",
    "supports_forced_tool_use",
    "supports_prompt_caching",
    "prompt_cache_min_tokens",
}


def is_served(name, entry):
    """Whether the model is one that OpenAI's API or Bedrock's Converse serves to this service."""
    if entry.get("litellm_provider") not in PROVIDERS or "/" in name or "@" in name:
        return False
    if entry.get("mode") not in ("chat", "responses") or not entry.get("max_output_tokens"):
        return False
    on_bedrock = entry["litellm_provider"] != "openai"
    return not on_bedrock or "." in name


def excerpt(models, overlay):
    chosen = {}
    for name, entry in models.items():
        if not is_served(name, entry) or name.startswith(tuple(overlay["leftOut"]["models"])):
            continue
        facts = {key: it for key, it in entry.items() if key in FIELDS or COST.fullmatch(key)}
        defaults = overlay["defaults"].get(facts["litellm_provider"], {})
        if facts.get("supports_prompt_caching"):
            facts = defaults | facts
        chosen[name] = facts
    for name, correction in overlay["models"].items():
        facts = {key: it for key, it in correction.items() if key not in ("source", "asOf")}
        for full in [it for it in chosen if it == name or without_geography(it) == name]:
            chosen[full] = chosen[full] | facts
        if name not in chosen and not any(without_geography(it) == name for it in chosen):
            print(f"overlay: {name} isn't in the map")
    return {name: profile(name, facts, chosen) for name, facts in sorted(chosen.items())}


def profile(name, facts, chosen):
    """A profile whose model is there too differs from it in its prices only."""
    if without_geography(name) not in chosen.keys() - {name}:
        return facts
    kept = {"litellm_provider", "mode", "max_input_tokens", "max_output_tokens"}
    return {key: it for key, it in facts.items() if key in kept or COST.fullmatch(key)}


def without_geography(name):
    first, _, rest = name.partition(".")
    return rest if first in GEOGRAPHIES else name


def written(facts):
    """A flat object as JSON, with figures as people write them: 2.5e-07 is 0.00000025, exactly."""
    members = (
        f"{json.dumps(key)}: "
        + (format(it.normalize(), "f") if isinstance(it, Decimal) else json.dumps(it))
        for key, it in facts.items()
    )
    return "{%s}" % ", ".join(members)


def read_map(wheel):
    with zipfile.ZipFile(wheel) as package:
        return json.loads(package.read(MAP), parse_float=Decimal)


def read_prices(wheel):
    """USD per million tokens of input and output, by provider and model, without running the file."""
    with zipfile.ZipFile(wheel) as package:
        tree = ast.parse(package.read(PRICES))
    prices = {}
    for provider in calls(tree, "Provider"):
        name = argument(provider, "id").value
        for model in calls(provider, "ModelInfo"):
            price = standard(argument(model, "prices"))
            if name in ("openai", "aws") and price:
                prices[name, argument(model, "id").value] = price
    return prices


def calls(tree, name):
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
            yield node


def argument(call, name):
    return next((it.value for it in call.keywords if it.arg == name), None)


def standard(prices):
    """The last price is today's where there are several; a step's base is its price."""
    if isinstance(prices, ast.List):
        prices = argument(prices.elts[-1], "prices")
    figures = [figure(argument(prices, it)) for it in ("input_mtok", "output_mtok")]
    return tuple(figures) if None not in figures else None


def figure(node):
    if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Decimal":
        return Decimal(node.args[0].value)
    if isinstance(node, ast.Call):
        return figure(argument(node, "base"))
    return None


def million(entry, field):
    return Decimal(entry[field]) * 1_000_000 if field in entry else None


def disagreements(models, prices):
    for name, entry in models.items():
        on_bedrock = entry["litellm_provider"] != "openai"
        ours = million(entry, "input_cost_per_token"), million(entry, "output_cost_per_token")
        names = [name]
        if on_bedrock:
            model = without_geography(name)
            profile = name.partition(".")[0] if model != name else ""
            kind = "regional" if profile not in ("", "global") else "global"
            names = [f"{kind}.{model}"] if profile else [name]
        for other in names:
            theirs = prices.get(("aws" if on_bedrock else "openai", other))
            if theirs and ours != theirs:
                yield f"{name}: {shown(ours)} in the map, {shown(theirs)} in genai-prices"


def shown(price):
    return " / ".join("unknown" if it is None else f"{it.normalize():f}" for it in price)


def changes(before, after):
    for name in sorted(before.keys() - after.keys()):
        yield f"removed: {name}"
    for name in sorted(after.keys() - before.keys()):
        yield f"added: {name}"
    for name in sorted(before.keys() & after.keys()):
        old, new = before[name], after[name]
        for field in sorted(old.keys() | new.keys()):
            if old.get(field) != new.get(field):
                yield f"changed: {name}: {field}: {old.get(field)} -> {new.get(field)}"


def read_catalogue(path):
    try:
        catalogue = json.load(open(path), parse_float=Decimal)
    except FileNotFoundError:
        return {}
    return catalogue.get("models", {}) if isinstance(catalogue, dict) else {}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    for name in ("litellm", "litellm-version", "genai-prices", "overlay", "catalogue"):
        options.add_argument("--" + name, required=True)
    args = options.parse_args()

    overlay = json.load(open(args.overlay), parse_float=Decimal)
    chosen = excerpt(read_map(args.litellm), overlay)
    source = {
        "name": "litellm",
        "version": args.litellm_version,
        "date": overlay["date"],
        "license": "MIT",
        "checkedAgainst": args.genai_prices.rpartition("/")[2],
    }
    before = read_catalogue(args.catalogue)
    with open(args.catalogue, "w") as out:
        lines = [f"    {json.dumps(name)}: {written(facts)}" for name, facts in chosen.items()]
        out.write('{\n  "source": %s,\n  "models": {\n' % json.dumps(source))
        out.write(",\n".join(lines) + "\n  }\n}\n")

    for line in changes(before, chosen):
        print(line)
    disagreeing = list(disagreements(chosen, read_prices(args.genai_prices)))
    for line in disagreeing:
        print(f"disagreement: {line}")
    print(f"{len(chosen)} models; {len(disagreeing)} prices that the two sources disagree on")


if __name__ == "__main__":
    sys.exit(main())
