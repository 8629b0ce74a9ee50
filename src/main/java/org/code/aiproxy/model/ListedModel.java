package org.code.aiproxy.model;

/**
 * A model that can be called here.
 *
 * @param name what requests call it
 * @param owner who serves it
 */
public record ListedModel(String name, String owner) {}
