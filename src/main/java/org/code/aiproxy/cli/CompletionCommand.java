package org.code.aiproxy.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.code.aiproxy.console.ExitStatus;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints what makes a shell complete commands and options. */
@Command(
        name = "completion",
        description = {
            "Prints a script that makes a shell complete commands and options.",
            "bash, zsh: source <(bin/aiproxy completion bash)",
            "fish: bin/aiproxy completion fish | source"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Callable<Integer> {

    private static final String TOOL = "rubric-tester";

    /** The shells that can be helped. */
    enum Shell {
        BASH,
        ZSH,
        FISH;

        /** As people write it on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    private Shell shell;

    /** For both scripts in bin. */
    @Override
    public Integer call() {
        CommandLine all = spec.root().commandLine();
        CommandLine tool = all.getSubcommands().get(TOOL);
        spec.commandLine().getOut().print(script(all.getCommandName(), all));
        if (tool != null) {
            spec.commandLine().getOut().print(script(TOOL, tool));
        }
        spec.commandLine().getOut().flush();
        return ExitStatus.OK;
    }

    private String script(String name, CommandLine line) {
        return switch (shell) {
            // picocli's script loads bashcompinit where it finds itself in zsh.
            case BASH, ZSH -> AutoComplete.bash(name, line);
            case FISH -> new FishCompletion(name, line.getCommandSpec()).script();
        };
    }
}
