package org.code.aiproxy.provider.lifetime;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;

/** A provider's own list of its models, as far as it tells how long they are served. */
public interface PublishedLifetimes {

    /** Whose models it lists, as cards name it. */
    String provider();

    /** Whether it can be asked as things are configured. */
    boolean canBeAsked();

    /**
     * Asks the provider.
     *
     * @return by the provider's name for a model: the first day on which it isn't served any more;
     *     empty where the provider announced no end
     * @throws ModelException when it gives no list in time
     */
    Map<String, Optional<LocalDate>> ask(Deadline deadline);
}
