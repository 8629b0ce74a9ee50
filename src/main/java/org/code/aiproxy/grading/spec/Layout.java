package org.code.aiproxy.grading.spec;

/**
 * How a model is shown a program.
 *
 * @param removeComments without its comments, on the same lines
 * @param plain without markers round it
 */
public record Layout(boolean removeComments, boolean plain) {}
