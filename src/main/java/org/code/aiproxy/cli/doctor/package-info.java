/** Looks at everything that a start needs, and says what to do. */
@NullMarked
package org.code.aiproxy.cli.doctor;

import org.jspecify.annotations.NullMarked;
