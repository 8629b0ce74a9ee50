/** The rubric tester: how good the AI is, measured against people, from the command line. */
@NullMarked
package org.code.aiproxy.rubrictester;

import org.jspecify.annotations.NullMarked;
