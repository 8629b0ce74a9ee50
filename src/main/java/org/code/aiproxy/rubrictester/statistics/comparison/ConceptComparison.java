package org.code.aiproxy.rubrictester.statistics.comparison;

/**
 * Two AIs compared on one key concept.
 *
 * @param accuracy what each got right
 * @param changes how many students improved and worsened in it
 * @param p of McNemar's exact test
 * @param adjustedP the same with Holm's correction for all key concepts that are compared
 */
public record ConceptComparison(
        PairedAccuracy accuracy, Changes changes, double p, double adjustedP) {}
