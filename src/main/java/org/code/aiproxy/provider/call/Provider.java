package org.code.aiproxy.provider.call;

/**
 * Who is called.
 *
 * @param name as errors call it
 * @param id as metrics and traces call it, by OpenTelemetry's conventions where they know it
 */
public record Provider(String name, String id) {}
