/**
 * Uses the service and the commands as people do, while the JVM records what an AOT cache needs.
 */
@NullMarked
package org.code.aiproxy.cli.rehearsal;

import org.jspecify.annotations.NullMarked;
