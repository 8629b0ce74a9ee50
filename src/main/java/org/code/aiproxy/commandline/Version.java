package org.code.aiproxy.commandline;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "aiproxy "
                    + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                            .orElse("(not built as a jar)")
        };
    }
}
