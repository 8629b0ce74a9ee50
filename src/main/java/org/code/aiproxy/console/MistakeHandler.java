package org.code.aiproxy.console;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.textfile.Nearest;
import org.code.aiproxy.textfile.Visible;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What to say of a command line that can't be used: what is wrong, what may be meant, and where the
 * help is. The help itself would push the message off the screen.
 */
final class MistakeHandler implements IParameterExceptionHandler {

    private static final Map<Class<?>, String> WANTED =
            Map.of(
                    int.class, "a whole number",
                    Integer.class, "a whole number",
                    long.class, "a whole number",
                    Long.class, "a whole number",
                    double.class, "a number",
                    Double.class, "a number",
                    BigDecimal.class, "a number");

    @Override
    public int handleParseException(ParameterException mistake, String[] arguments) {
        CommandLine line = mistake.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(
                Visible.line(
                        "%s `%s --help` says what there is."
                                .formatted(
                                        sentence(mistake), line.getCommandSpec().qualifiedName())));
        err.flush();
        return ExitStatus.UNUSABLE;
    }

    private static String sentence(ParameterException mistake) {
        if (mistake instanceof UnmatchedArgumentException unmatched) {
            return unknown(unmatched);
        }
        boolean onlyHoldsCommands = !(mistake.getCommandLine().getCommand() instanceof Callable<?>);
        if (onlyHoldsCommands && mistake.getArgSpec() == null) {
            return "Name a command: %s."
                    .formatted(
                            String.join(", ", mistake.getCommandLine().getSubcommands().keySet()));
        }
        return wanted(mistake).orElseGet(() -> ended(String.valueOf(mistake.getMessage())));
    }

    private static Optional<String> wanted(ParameterException mistake) {
        ArgSpec argument = mistake.getArgSpec();
        return Optional.ofNullable(argument)
                .map(it -> wanted(it.type()))
                .filter(_ -> mistake.getValue() != null)
                .map(wanted ->
                        "%s must be %s, not `%s`."
                                .formatted(name(argument), wanted, mistake.getValue()));
    }

    private static @Nullable String wanted(Class<?> type) {
        return type.isEnum()
                ? Stream.of(type.getEnumConstants())
                        .map(Object::toString)
                        .collect(Collectors.joining(", ", "one of ", ""))
                : WANTED.get(type);
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String unknown(UnmatchedArgumentException mistake) {
        CommandSpec spec = mistake.getCommandLine().getCommandSpec();
        String given = mistake.getUnmatched().getFirst();
        if (given.startsWith("-")) {
            String name = given.replaceFirst("=.*", "");
            return "Unknown option `%s`.%s"
                    .formatted(name, Nearest.question(name, spec.optionsMap().keySet()));
        }
        return spec.subcommands().isEmpty() || spec.positionalParameters().size() > 0
                ? "`%s` is one argument too many.".formatted(given)
                : "Unknown command `%s`.%s The commands are %s."
                        .formatted(
                                given,
                                Nearest.question(given, spec.subcommands().keySet()),
                                String.join(", ", spec.subcommands().keySet()));
    }

    private static String ended(String message) {
        return message.endsWith(".") ? message : message + ".";
    }
}
