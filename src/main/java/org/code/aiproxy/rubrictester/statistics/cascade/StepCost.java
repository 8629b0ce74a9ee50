package org.code.aiproxy.rubrictester.statistics.cascade;

/**
 * What it costs to ask a model about one program, in USD.
 *
 * @param fixed for the prompt and the program, whatever is asked
 * @param perConcept for what it writes about each key concept
 */
public record StepCost(double fixed, double perConcept) {

    /** Of being asked about some key concepts; nothing where there are none. */
    double of(int concepts) {
        return concepts == 0 ? 0 : fixed + concepts * perConcept;
    }
}
