/** Which models to ask one after another, each about what those before aren't sure of. */
@NullMarked
package org.code.aiproxy.rubrictester.statistics.cascade;

import org.jspecify.annotations.NullMarked;
