/** The command line: one class for each command. */
@NullMarked
package org.code.aiproxy.commandline;

import org.jspecify.annotations.NullMarked;
