package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.rubrictester.dataset.Folder.Kind;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.S3Store;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what there is. */
@Command(
        name = "list",
        description = "Lists datasets, experiments and releases, here and in S3.",
        mixinStandardHelpOptions = true)
final class ListCommand extends ToolCommand {

    @Option(names = "--local", description = "Don't check S3.")
    private boolean local;

    ListCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        WorkingCopy workingCopy = session.workingCopy(progress());
        for (Kind kind : Kind.values()) {
            out.println(kind.folder() + ":");
            List<String> here = workingCopy.names(kind);
            List<String> stored = local ? List.of() : stored(session.store(), kind);
            SortedSet<String> all = new TreeSet<>(here);
            all.addAll(stored);
            all.forEach(
                    name -> out.println("  %s (%s)".formatted(name, where(name, here, stored))));
        }
        return ExitStatus.OK;
    }

    private List<String> stored(S3Store store, Kind kind) {
        try {
            return store.folders(kind.folder());
        } catch (InvalidDataException e) {
            warn(String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private static String where(String name, List<String> here, List<String> stored) {
        if (!here.contains(name)) {
            return "S3";
        }
        return stored.contains(name) ? "here, S3" : "here";
    }
}
