package org.code.aiproxy.rubrictester;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.assessment.AssessmentRequestReader;
import org.code.aiproxy.assessment.LabelService;
import org.code.aiproxy.commandline.QuietStart;
import org.code.aiproxy.model.ModelRouter;
import org.code.aiproxy.rubrictester.dataset.DownloadProgress;
import org.code.aiproxy.rubrictester.dataset.S3Store;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.experiment.ExperimentRun;
import org.springframework.context.ConfigurableApplicationContext;

/** What a command works with: the service's own parts, the working copy, and S3. */
final class Session implements AutoCloseable {

    private static final String SAMPLES = "AIPROXY_SAMPLES";

    private final ConfigurableApplicationContext context;

    private Session(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Session open(Class<?> application) {
        return new Session(QuietStart.of(application));
    }

    ExperimentRun.Service service() {
        return new ExperimentRun.Service(
                requestReader(),
                context.getBean(LabelService.class),
                context.getBean(ModelRouter.class));
    }

    AssessmentRequestReader requestReader() {
        return context.getBean(AssessmentRequestReader.class);
    }

    S3Store store() {
        return context.getBean(S3Store.class);
    }

    /** The current folder; then the samples, where the script that runs this says they are. */
    WorkingCopy workingCopy(DownloadProgress progress) {
        List<Path> roots =
                Stream.concat(
                                Stream.of(Path.of("")),
                                Optional.ofNullable(System.getenv(SAMPLES)).map(Path::of).stream())
                        .toList();
        return new WorkingCopy(roots, store(), progress);
    }

    @Override
    public void close() {
        context.close();
    }
}
