/** What a run says of the AI: figures, files for programs, and pages for people. */
@NullMarked
package org.code.aiproxy.rubrictester.report;

import org.jspecify.annotations.NullMarked;
