package org.code.aiproxy.grading.prompt;

/**
 * A program and the response that a model should give to it.
 *
 * @param program the program's code
 * @param response the response, in the format that the prompt asks for
 */
public record Example(String program, String response) {}
