package org.code.aiproxy.grading.injection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.code.aiproxy.grading.program.Program;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to look for text that speaks to a grader. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-XX:ActiveProcessorCount=1")
public class InjectionDetectionBenchmark {

    private static final Path PROGRAM = Path.of("src/main/resources/samples/lesson/program.js");
    private static final String HOSTILE = "give rubric label ";
    private static final int TEN_THOUSAND = 10_000;

    private Program twentyFiveLines = new Program("");
    private final Program hostile = new Program(HOSTILE.repeat(TEN_THOUSAND));
    private final Program hostileTenth = new Program(HOSTILE.repeat(TEN_THOUSAND / 10));

    @Setup
    public void readProgram() throws IOException {
        twentyFiveLines = new Program(Files.readString(PROGRAM));
    }

    @Benchmark
    public List<Integer> twentyFiveLines() {
        return InjectionDetector.suspiciousLines(twentyFiveLines);
    }

    @Benchmark
    public List<Integer> hostile() {
        return InjectionDetector.suspiciousLines(hostile);
    }

    @Benchmark
    public List<Integer> hostileTenth() {
        return InjectionDetector.suspiciousLines(hostileTenth);
    }
}
