/** The evidence for a label: lines of the program and what they show, held to the program. */
@NullMarked
package org.code.aiproxy.evidence;

import org.jspecify.annotations.NullMarked;
