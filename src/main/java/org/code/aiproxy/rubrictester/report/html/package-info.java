/** A run's results as a page for people. */
@NullMarked
package org.code.aiproxy.rubrictester.report.html;

import org.jspecify.annotations.NullMarked;
