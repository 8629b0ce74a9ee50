/** Reads and writes people's text files and spreadsheets, whatever their encoding and dialect. */
@NullMarked
package org.code.aiproxy.textfile;

import org.jspecify.annotations.NullMarked;
