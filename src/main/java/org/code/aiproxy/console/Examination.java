package org.code.aiproxy.console;

import java.util.List;

/** Something that {@code bin/aiproxy doctor} looks at; the package that it is about provides it. */
@FunctionalInterface
public interface Examination {

    /** Looks; costs nothing, and ends within seconds. */
    List<Diagnosis> diagnoses();
}
