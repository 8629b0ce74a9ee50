package org.code.aiproxy.grading.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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

/**
 * How long it takes to read a program. {@code mvn -Pbench test-compile exec:exec@bench}; targets on
 * one core: under 200 µs for a student's 70 lines, under 30 ms for 60 KB.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-XX:ActiveProcessorCount=1")
public class FeatureExtractionBenchmark {

    private static final Path PROGRAMS =
            Path.of("src/test/resources/oracle/code-features/programs");
    private static final int KILOBYTE = 1024;

    private final FeatureExtractor extractor = new FeatureExtractor();
    private String seventyLines = "";
    private String sixtyKilobytes = "";
    private String sixtyKilobytesUnbalanced = "";

    @Setup
    public void readPrograms() throws IOException {
        seventyLines = Files.readString(PROGRAMS.resolve("a-sample-u3l23_01.js"));
        int copies = 60 * KILOBYTE / seventyLines.length() + 1;
        sixtyKilobytes = seventyLines.repeat(copies);
        sixtyKilobytesUnbalanced = sixtyKilobytes + "function f() {";
    }

    @Benchmark
    public CodeFeatures seventyLines() {
        return extractor.extract(seventyLines);
    }

    @Benchmark
    public CodeFeatures sixtyKilobytes() {
        return extractor.extract(sixtyKilobytes);
    }

    @Benchmark
    public CodeFeatures sixtyKilobytesThatNeedASecondPass() {
        return extractor.extract(sixtyKilobytesUnbalanced);
    }
}
