package org.code.aiproxy.cli.doctor;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.code.aiproxy.configuration.StartFailure;
import org.code.aiproxy.configuration.UnknownSettings;
import org.code.aiproxy.console.Diagnosis;
import org.code.aiproxy.console.Diagnosis.State;
import org.code.aiproxy.console.Examination;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.console.QuietStart;
import org.code.aiproxy.console.Screen;
import org.code.aiproxy.console.Screen.Target;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Looks at everything that a start needs: for people who set the service or the tools up. */
@Command(
        name = "doctor",
        description = {
            "Checks settings, keys, providers, models, S3, folders and the clock, and says what to do.",
            "Only lists the providers' models, which costs nothing. Exits with 1 if",
            "something can't work."
        },
        mixinStandardHelpOptions = true)
public final class DoctorCommand implements Callable<Integer> {

    private final Class<?> application;

    @Spec private CommandSpec spec;

    /**
     * @param application the Spring application whose parts are looked at
     */
    public DoctorCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        List<Diagnosis> diagnoses = new ArrayList<>(new MachineExamination().diagnoses());
        diagnoses.forEach(this::print);
        List<Diagnosis> ofApplication = application();
        diagnoses.addAll(ofApplication);
        long problems = count(diagnoses, State.PROBLEM);
        long warnings = count(diagnoses, State.WARNING);
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                problems + warnings == 0
                        ? "All is well."
                        : "Problems: %d, warnings: %d.".formatted(problems, warnings));
        out.flush();
        return problems == 0 ? ExitStatus.OK : ExitStatus.THRESHOLDS_MISSED;
    }

    private List<Diagnosis> application() {
        List<Diagnosis> found = new ArrayList<>();
        try (ConfigurableApplicationContext context =
                QuietStart.examined(application, started -> settings(started, found))) {
            if (count(found, State.PROBLEM) == 0) {
                examinations(context)
                        .flatMap(it -> it.diagnoses().stream())
                        .forEach(it -> add(found, it));
            }
        } catch (RuntimeException e) {
            // A setting that is invalid was told of already.
            if (count(found, State.PROBLEM) == 0) {
                add(found, Diagnosis.problem("settings", sentence(e)));
            }
        }
        return found;
    }

    private void settings(ConfigurableApplicationContext context, List<Diagnosis> found) {
        UnknownSettings.of(context)
                .forEach(unknown -> add(found, Diagnosis.warning("settings", unknown)));
        new SettingsExamination(context).diagnoses().forEach(it -> add(found, it));
    }

    private static Stream<Examination> examinations(ConfigurableApplicationContext context) {
        return Stream.concat(
                Stream.of(new ProvidersExamination(context), clock(context)),
                context.getBeanProvider(Examination.class).orderedStream());
    }

    /** Beside OpenAI's, or that of the server that stands in for it. */
    private static Examination clock(ConfigurableApplicationContext context) {
        String url =
                Optional.ofNullable(context.getEnvironment().getProperty("OPENAI_BASE_URL"))
                        .filter(it -> !it.isBlank())
                        .orElse("https://api.openai.com/v1");
        return new ClockExamination(URI.create(url.strip()), Clock.systemUTC());
    }

    static String sentence(RuntimeException fault) {
        return new StartFailure(fault)
                .sentence()
                .orElseGet(() -> "the service can't start: %s.".formatted(fault));
    }

    private void add(List<Diagnosis> found, Diagnosis diagnosis) {
        found.add(diagnosis);
        print(diagnosis);
    }

    private void print(Diagnosis diagnosis) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(
                Screen.of(spec, Target.OUTPUT)
                        .shown(
                                diagnosis.state().tone(),
                                "%-8s %-9s %s"
                                        .formatted(
                                                diagnosis.state().name().toLowerCase(Locale.ROOT),
                                                diagnosis.subject(),
                                                diagnosis.sentence())));
        out.flush();
    }

    private static long count(List<Diagnosis> diagnoses, State state) {
        return diagnoses.stream().filter(it -> it.state() == state).count();
    }
}
