/**
 * Text files and spreadsheets that people make, in the encodings and dialects of their programs.
 */
@NullMarked
package org.code.aiproxy.textfile;

import org.jspecify.annotations.NullMarked;
