package org.code.aiproxy.rubrictester.statistics.cascade;

import java.util.List;

/**
 * One student's program with what every model said of it.
 *
 * @param student names the student
 * @param concepts for each key concept that people labelled, what each model said, in the models'
 *     order
 * @param costs what each model costs here
 */
public record Work(String student, List<List<StepAnswer>> concepts, List<StepCost> costs) {

    public Work {
        concepts = concepts.stream().map(List::copyOf).toList();
        costs = List.copyOf(costs);
        int steps = costs.size();
        if (concepts.stream().anyMatch(answers -> answers.size() != steps)) {
            throw new IllegalArgumentException("Not " + steps + " answers to each key concept");
        }
    }
}
