package org.code.aiproxy.rubrictester.statistics.cascade;

/**
 * What a model said of one key concept of one program.
 *
 * @param confidence how probable the label is by the model's account, 0 to 1; 0 where it says
 *     nothing of it
 * @param isRight whether people gave the same label
 */
public record StepAnswer(double confidence, boolean isRight) {}
