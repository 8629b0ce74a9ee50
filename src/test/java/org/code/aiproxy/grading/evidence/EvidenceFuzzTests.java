package org.code.aiproxy.grading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.code.aiproxy.Mutation;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.program.SampledProgram;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Looks evidence with random changes up in programs with random changes. */
@Tag("fuzz")
@Timeout(300)
class EvidenceFuzzTests {

    private static final int PROGRAMS = Mutation.times(1_000);
    private static final int EVIDENCE_EACH = 20;
    private static final int ITEMS = 4;
    private static final int LONG = 1_000_000;

    private static final String[] FRAGMENTS = {
        "`",
        "``",
        "```",
        "` `",
        "Line",
        "line ",
        "Line 1:",
        "Lines ",
        "Lines 1-",
        "Lines 3, 4, 5:",
        "Lines 9-2:",
        "Line 0:",
        "Line 999999999:",
        "Line 99999999999999999999:",
        "Lines 1-999999999:",
        "Line ١:",
        "-",
        "–",
        " to ",
        " and ",
        ",",
        ":",
        ";",
        "...",
        "…",
        "(unverified)",
        " - ",
        "* ",
        "•",
        "**",
        "\n",
        "\r",
        "\t",
        "\u2028",
        "\u00a0",
        "\0",
        "😀",
        "\ud83d",
        "$1",
        "\\",
        "\"",
        "'",
        "var ",
        "{ ... }",
        "//",
        "/*",
        "1"
    };

    @Test
    void staysInTheProgram() {
        List<SampledProgram> samples = SampledProgram.ofTheOracle();
        List<String> codes = samples.stream().map(sample -> sample.program().code()).toList();
        Mutation programs = new Mutation(codes, FRAGMENTS);
        for (int i = 0; i < PROGRAMS; i++) {
            SampledProgram sample = programs.any(samples);
            List<String> items = items(sample.program());
            Program program = new Program(programs.next(sample.program().code()));
            Grounding grounding = Grounding.in(program);
            for (int j = 0; j < EVIDENCE_EACH && !items.isEmpty(); j++) {
                String evidence = programs.next(several(items, programs));

                assertInside(
                        program,
                        grounding,
                        evidence,
                        "%s:%n%s%nof%n%s".formatted(programs, evidence, program.code()));
            }
        }
    }

    @Test
    void readsAMillionCharactersOfAnyFragment() {
        Program program = new Program("var a = 1;\nif (a) { b(); }\n");
        Grounding grounding = Grounding.in(program);
        for (String fragment : FRAGMENTS) {
            String flood = fragment.repeat(LONG / fragment.length());

            assertInside(program, grounding, flood, fragment);
            assertInside(program, grounding, "Line 1: `" + flood, fragment);
            assertInside(program, grounding, "Line 1: a " + flood + "`var a = 1;`", fragment);
        }
    }

    private static void assertInside(
            Program program, Grounding grounding, String evidence, String description) {
        try {
            String normal = EvidenceText.normalise(evidence);
            GroundedEvidence grounded = grounding.ground(evidence);

            assertThat(normal.lines().count()).as(description).isLessThanOrEqualTo(1);
            assertThat(grounded.items())
                    .as(description)
                    .isGreaterThanOrEqualTo(grounded.unverified())
                    .isGreaterThanOrEqualTo(grounded.corrected());
            assertThat(TeachersPage.items(grounded.text()))
                    .as(description)
                    .allMatch(item -> item.first() >= 1 && item.first() <= item.last())
                    .allMatch(item -> item.last() <= program.lines().size());
        } catch (RuntimeException e) {
            throw new AssertionError(description, e);
        }
    }

    private static List<String> items(Program program) {
        return new KnownEvidence(program)
                .items().stream()
                        .map(item ->
                                new PageItem(item.first(), item.last(), "", List.of()).header()
                                        + " Shows it `%s`".formatted(item.snippet()))
                        .toList();
    }

    private static String several(List<String> items, Mutation mutation) {
        List<String> some = new ArrayList<>();
        for (int left = 1 + mutation.number(ITEMS); left > 0; left--) {
            some.add(mutation.any(items));
        }
        return some.stream().collect(Collectors.joining(" "));
    }
}
