/** A run's results as files for programs: JSON, CSV and JUnit XML. */
@NullMarked
package org.code.aiproxy.rubrictester.report.file;

import org.jspecify.annotations.NullMarked;
