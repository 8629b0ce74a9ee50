package org.code.aiproxy.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completions for the shell fish, which picocli doesn't write: a line for each command and option,
 * in the form of fish's command {@code complete}.
 *
 * @param name what the script that is completed is called
 * @param command what it runs
 */
record FishCompletion(String name, CommandSpec command) {

    String script() {
        List<String> lines = new ArrayList<>();
        add(lines, command, List.of());
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void add(List<String> lines, CommandSpec spec, List<String> path) {
        String here = condition(spec, path);
        spec.subcommands()
                .forEach((word, line) ->
                        lines.add(
                                "complete -c %s -f -n %s -a %s -d %s"
                                        .formatted(
                                                name,
                                                quoted(here),
                                                word,
                                                quoted(description(line)))));
        spec.options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> lines.add(line(option, here)));
        for (Map.Entry<String, CommandLine> below : spec.subcommands().entrySet()) {
            add(
                    lines,
                    below.getValue().getCommandSpec(),
                    Stream.concat(path.stream(), Stream.of(below.getKey())).toList());
        }
    }

    /** All commands of the path were typed, and none below. */
    private static String condition(CommandSpec spec, List<String> path) {
        Stream<String> typed = path.stream().map(it -> "__fish_seen_subcommand_from " + it);
        Stream<String> open =
                spec.subcommands().isEmpty()
                        ? Stream.of()
                        : Stream.of(
                                "not __fish_seen_subcommand_from "
                                        + String.join(" ", spec.subcommands().keySet()));
        String all = Stream.concat(typed, open).collect(Collectors.joining("; and "));
        return all.isEmpty() ? "true" : all;
    }

    private String line(OptionSpec option, String condition) {
        String names =
                Stream.of(option.names())
                        .map(it ->
                                it.startsWith("--")
                                        ? "-l " + it.substring(2)
                                        : "-s " + it.substring(1))
                        .collect(Collectors.joining(" "));
        return "complete -c %s -n %s %s%s -d %s"
                .formatted(
                        name, quoted(condition), names, value(option), quoted(description(option)));
    }

    /** Whether it takes a value, and which. */
    private static String value(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        Iterable<String> candidates = option.completionCandidates();
        return candidates == null
                ? " -r"
                : StreamSupport.stream(candidates.spliterator(), false)
                        .collect(Collectors.joining(" ", " -x -a '", "'"));
    }

    private static String description(CommandLine line) {
        return first(line.getCommandSpec().usageMessage().description());
    }

    private static String description(OptionSpec option) {
        return first(option.description()).replaceAll(" ?(Default: )?\\$\\{[^}]*}\\.?", "");
    }

    private static String first(String[] description) {
        return description.length == 0 ? "" : description[0];
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
