package org.code.aiproxy.rubrictester.run;

import java.util.function.Consumer;
import org.code.aiproxy.console.QuietStart;
import org.code.aiproxy.grading.assessment.LabelService;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.provider.lifetime.EndWarnings;
import org.code.aiproxy.rubrictester.dataset.DownloadProgress;
import org.code.aiproxy.rubrictester.dataset.S3Store;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.experiment.ExperimentRun;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.springframework.context.ConfigurableApplicationContext;

/** What a command works with: the service's own parts, the working copy, and S3. */
public final class Session implements AutoCloseable {

    private final CommandEnvironment surroundings;
    private final ConfigurableApplicationContext context;

    /** All workers slow down together, so that no call needs to wait by itself. */
    private static final String PACED = "--aiproxy.resilience.retry-rate-limits=false";

    /** A run counts money, not seconds: the first call of a lesson may think for a while. */
    private static final String WARMED = "--aiproxy.model.warm-up=30s";

    private Session(CommandEnvironment surroundings, ConfigurableApplicationContext context) {
        this.surroundings = surroundings;
        this.context = context;
    }

    /**
     * Opens one.
     *
     * @param warnings told of settings that do nothing, a sentence each
     */
    public static Session open(CommandEnvironment surroundings, Consumer<String> warnings) {
        return new Session(
                surroundings, QuietStart.of(surroundings.application(), warnings, PACED, WARMED));
    }

    public ExperimentRun.Service service() {
        return new ExperimentRun.Service(
                specs(), context.getBean(LabelService.class), context.getBean(ModelRouter.class));
    }

    public EndWarnings endWarnings() {
        return context.getBean(EndWarnings.class);
    }

    public AssessmentSpecs specs() {
        return context.getBean(AssessmentSpecs.class);
    }

    public Network network() {
        return context.getBean(Network.class);
    }

    public S3Store store() {
        return context.getBean(S3Store.class);
    }

    public WorkingCopy workingCopy(DownloadProgress progress) {
        return new WorkingCopy(surroundings.roots(), store(), progress);
    }

    @Override
    public void close() {
        context.close();
    }
}
