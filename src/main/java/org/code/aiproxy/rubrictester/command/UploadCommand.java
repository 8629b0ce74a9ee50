package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import java.util.List;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.rubrictester.dataset.Folder;
import org.code.aiproxy.rubrictester.dataset.Folder.Kind;
import org.code.aiproxy.rubrictester.dataset.Upload;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies an experiment to S3. */
@Command(
        name = "upload",
        description = {
            "Copies an experiment to S3, with its output and cached responses.",
            "Refuses to overwrite what someone else changed there since it was fetched."
        },
        mixinStandardHelpOptions = true)
final class UploadCommand extends ToolCommand {

    @Parameters(paramLabel = "EXPERIMENT", description = "The experiment's name.")
    private String experiment;

    @Option(names = "--force", description = "Overwrite what was changed in S3.")
    private boolean force;

    UploadCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        WorkingCopy workingCopy = session.workingCopy(progress());
        Upload upload = new Upload(session.store(), force);
        for (String lesson : workingCopy.localLessons(Kind.EXPERIMENT, experiment)) {
            Folder folder = new Folder(Kind.EXPERIMENT, experiment, lesson);
            List<String> sent = upload.send(workingCopy.folder(folder), folder.path());
            sent.forEach(path -> out.println(folder.path() + "/" + path));
            out.println(
                    "%s: %d files sent to %s"
                            .formatted(folder.path(), sent.size(), session.store()));
        }
        return ExitStatus.OK;
    }
}
