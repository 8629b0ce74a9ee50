/** What all commands share: how they start the application, print, and report faults. */
@NullMarked
package org.code.aiproxy.console;

import org.jspecify.annotations.NullMarked;
