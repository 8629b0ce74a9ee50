package org.code.aiproxy.console;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
public final class Version implements IVersionProvider {

    /** The version, such as {@code 0.1.0}. */
    public static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not built as a jar)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"aiproxy " + text()};
    }
}
