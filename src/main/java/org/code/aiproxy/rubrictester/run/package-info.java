/** One run over lessons: its options, locks, estimate, results and exit status. */
@NullMarked
package org.code.aiproxy.rubrictester.run;

import org.jspecify.annotations.NullMarked;
