# Builds the jar, takes it apart so that dependencies are cached apart from code, has the service do
# some work so that the JVM can keep what it learned (an AOT cache), and runs it.
# Plain enough for Docker's classic builder.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update -q \
    && apt-get install -y -q --no-install-recommends maven \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY pom.xml ./
# Builds a class that is thrown away, so that Maven fetches whatever a build needs: this layer stays
# until pom.xml changes, and changed code is built without a network.
RUN mkdir -p src/main/java/nothing \
    && echo 'package nothing; final class Nothing {}' > src/main/java/nothing/Nothing.java \
    && mvn --batch-mode --quiet -Prun -Dspring-boot.repackage.skip -Dspring-boot.aot.skip package \
    && rm -r src target
COPY src/main ./src/main
# Shown by /actuator/info.
ARG COMMIT=unknown
RUN mvn --batch-mode --quiet --offline -Prun "-Dcommit=$COMMIT" package \
    && java -Djarmode=tools -jar target/aiproxy.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
WORKDIR /app
# Files that only root may change, and a user that owns none of them.
RUN useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin aiproxy
COPY src/main/docker/ ./
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/application/ ./
# JSON lines, which CloudWatch can query, and not the text that a terminal gets. Set before the
# training, which is to see what will run.
ENV PORT=80 \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=logstash
# Trained here and not in the build stage: the cache holds for this JVM, these paths and these files'
# times only. Assessments and chats are part of it, with a played provider, so that the JVM knows what
# to compile first. Then the build fails unless both collectors can use the cache. The heap is about that of a
# small task: on a host with 64 GB its share would be too large for compressed references, and a cache
# made without them fits no task.
RUN set -eu; \
    java="java @jvm.options -Xmx282m"; app="-jar /app/aiproxy.jar"; \
    $java $app rehearse -- $java -XX:AOTCacheOutput=/app/aiproxy.aot $app serve; \
    for collector in UseSerialGC UseG1GC; do \
      $java -XX:+$collector -XX:AOTCache=/app/aiproxy.aot -XX:AOTMode=on $app --version; \
    done
USER aiproxy
EXPOSE 80
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["/app/healthy"]
ENTRYPOINT ["/app/aiproxy"]
CMD ["serve"]
