/** Labelling a dataset with an experiment's configuration, and keeping what came back. */
@NullMarked
package org.code.aiproxy.rubrictester.experiment;

import org.jspecify.annotations.NullMarked;
