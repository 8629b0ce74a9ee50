/** Makes datasets and examples from graders' sheets and from a model's drafts. */
@NullMarked
package org.code.aiproxy.rubrictester.authoring;

import org.jspecify.annotations.NullMarked;
