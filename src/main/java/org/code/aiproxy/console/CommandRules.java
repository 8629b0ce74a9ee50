package org.code.aiproxy.console;

import org.code.aiproxy.console.Screen.Target;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.RunLast;

/** What holds for all commands: help, version, colour, exit statuses, and how mistakes are told. */
public final class CommandRules {

    private CommandRules() {}

    /** Holds a command and all commands below it to the rules; returns it. */
    public static CommandLine holding(CommandLine line) {
        line.setExecutionExceptionHandler(new FaultHandler())
                .setParameterExceptionHandler(new MistakeHandler())
                .setExecutionStrategy(coloured())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true);
        rule(line);
        return line;
    }

    private static void rule(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        spec.versionProvider(new Version())
                .exitCodeOnExecutionException(ExitStatus.UNEXPECTED)
                .exitCodeOnInvalidInput(ExitStatus.UNUSABLE);
        if (!spec.mixinStandardHelpOptions()) {
            spec.mixinStandardHelpOptions(true);
        }
        if (spec.findOption(Screen.COLOR) == null) {
            spec.addOption(
                    OptionSpec.builder(Screen.COLOR)
                            .type(ColorChoice.class)
                            .paramLabel("WHEN")
                            .description(
                                    "When to print in colour: auto (where a terminal shows it),"
                                            + " always or never. Default: auto.")
                            .build());
        }
        spec.usageMessage()
                .exitCodeListHeading("%nExit status:%n")
                .exitCodeList(CommandLine.Model.UsageMessageSpec.keyValuesMap(ExitStatus.LIST));
        line.getSubcommands().values().forEach(CommandRules::rule);
    }

    private static void colour(CommandLine line) {
        boolean isColoured = Screen.of(line.getCommandSpec(), Target.OUTPUT).isColoured();
        line.setColorScheme(Help.defaultColorScheme(isColoured ? Ansi.ON : Ansi.OFF));
    }

    /** Help is in colour where the command's output would be. */
    private static IExecutionStrategy coloured() {
        return parsed -> {
            parsed.asCommandLineList().stream()
                    .filter(CommandLine::isUsageHelpRequested)
                    .forEach(CommandRules::colour);
            return new RunLast().execute(parsed);
        };
    }
}
