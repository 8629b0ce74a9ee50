package org.code.aiproxy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.code.aiproxy.configuration.Ports;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.player.FaultPlan;
import org.code.aiproxy.player.Latency;
import org.code.aiproxy.player.PlayedCaches;
import org.code.aiproxy.player.PlayedFault;
import org.code.aiproxy.player.ProviderPlayer;
import org.code.aiproxy.player.Rule;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.code.aiproxy.player.wire.ProviderServer;
import org.code.aiproxy.player.wire.ProviderServer.Connections;
import org.code.aiproxy.textfile.Visible;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Plays OpenAI and Bedrock on this machine, without Spring: it starts at once. */
@Command(
        name = "play",
        description =
                "Plays OpenAI and Amazon Bedrock on this machine, to try the service and each"
                        + " fault of a provider without an account. No model is called.",
        mixinStandardHelpOptions = true)
final class PlayCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(
            names = {"-p", "--port"},
            paramLabel = "PORT",
            defaultValue = "8090",
            description = "The port to listen on; 0 takes a free one. Default: 8090.")
    private int port;

    @Option(
            names = "--latency",
            paramLabel = "TIME[-TIME]",
            converter = LatencyConverter.class,
            description =
                    "How long answers take, such as 500ms or 1s-5s. In a stream, between words. Default: none.")
    private Latency latency = Latency.NONE;

    @Option(
            names = "--fault",
            paramLabel = "NAME[,NAME...][:SHARE]",
            converter = FaultConverter.class,
            description =
                    "What goes wrong, and for which share of all calls, such as 429:0.2. Several names are equally likely. Can be repeated.")
    private List<FaultPlan.Share> faults = List.of();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Picks which calls fail. Default: 1.")
    private long seed;

    @Option(
            names = "--strict",
            description =
                    "Reject the parameters that today's models reject, such as a temperature.")
    private boolean strict;

    @Option(
            names = "--cache",
            description = "Count tokens read from and written to a prompt cache.")
    private boolean cache;

    @Option(
            names = {"-q", "--quiet"},
            description = "Don't print a line for each call.")
    private boolean quiet;

    private PlayCommand() {}

    /** The command, with a list of all faults in its help. */
    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new PlayCommand());
        line.getCommandSpec()
                .usageMessage()
                .footer(
                        Stream.concat(
                                        Stream.of(
                                                "",
                                                "Faults, for --fault or at the end of a model's name,"
                                                        + " as in gpt-play-429 and bedrock.play-429:"),
                                        Arrays.stream(PlayedFault.values())
                                                .map(it ->
                                                        "  %-16s %s"
                                                                .formatted(
                                                                        it.word(),
                                                                        it.description())))
                                .toArray(String[]::new));
        return line;
    }

    /** Goes on until it is interrupted. */
    @Override
    public Integer call() {
        Ports.require("--port", String.valueOf(port));
        PrintWriter out = spec.commandLine().getOut();
        try (ProviderServer server = new ProviderServer(port, Connections.KEPT, player(out))) {
            say(out, server.url().toString());
            server.awaitEnd();
            return ExitStatus.OK;
        } catch (InterruptedException e) {
            return ExitStatus.OK;
        } catch (IOException e) {
            spec.commandLine()
                    .getErr()
                    .println(
                            "Port %d can't be used: %s. Choose another with --port."
                                    .formatted(port, Visible.line(String.valueOf(e.getMessage()))));
            return ExitStatus.UNUSABLE;
        }
    }

    private ProviderPlayer player(PrintWriter out) {
        ProviderPlayer player = new ProviderPlayer().failing(plan()).taking(latency);
        player = strict ? player.ruledBy(_ -> Rule.today()) : player;
        player = cache ? player.countedBy(new PlayedCaches()) : player;
        return quiet ? player : player.watchedBy((question, what) -> say(out, question, what));
    }

    private FaultPlan plan() {
        try {
            return new FaultPlan(faults, seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), "--fault: the shares must add up to at most 1.");
        }
    }

    private static void say(PrintWriter out, String url) {
        out.println("OpenAI and Amazon Bedrock are played at %s. Ctrl-C ends it.".formatted(url));
        out.println(
                "Serve with it: OPENAI_API_KEY=x OPENAI_BASE_URL=%s/v1 AWS_REGION=us-east-1 AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x AWS_ENDPOINT_URL_BEDROCK_RUNTIME=%s bin/aiproxy serve"
                        .formatted(url, url));
        out.println(
                "Try a fault: bin/assessment-test.sh --model gpt-play-429 (or bedrock.play-429; `bin/aiproxy play --help` lists all).");
        out.flush();
    }

    private static void say(PrintWriter out, PlayedQuestion question, String what) {
        out.println("%s: %s".formatted(Visible.line(question.model()), Visible.line(what)));
        out.flush();
    }
}
