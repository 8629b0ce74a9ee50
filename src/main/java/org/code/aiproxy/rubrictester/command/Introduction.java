package org.code.aiproxy.rubrictester.command;

/** What the tool says to a person who calls it with nothing else. */
final class Introduction {

    static final String TEXT =
            """
            bin/rubric-tester labels programs with an experiment (a model, a prompt and a rubric for each lesson),
            and says how well the AI agrees with the labels that people gave.

            Try it with the samples; this needs no key, no network and no money:

              bin/rubric-tester --dataset-name sample-2026 -e offline-baseline

            Then open output/report-exact-match.html of a lesson; the last line says where it is. After that:

              bin/rubric-tester list --local                 the datasets and experiments that are here
              bin/rubric-tester new my-rubric                an experiment of your own to start from
              bin/rubric-tester --dataset-name sample-2026 -e my-rubric --dry-run
                                                             what a run would take, and cost
              bin/rubric-tester compare offline-baseline my-rubric --dataset-name sample-2026
                                                             what got better or worse
              bin/rubric-tester --help                       all options and commands
            """;

    private Introduction() {}
}
