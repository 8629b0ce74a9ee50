# Builds the jar, takes it apart so that dependencies are cached apart from code, lets the service
# start once so that the JVM can keep what it worked out (an AOT cache), and runs it.
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
    && mvn --batch-mode --quiet -DskipTests -Dspring-boot.repackage.skip package \
    && rm -r src target
COPY src/main ./src/main
RUN mvn --batch-mode --quiet --offline -DskipTests package \
    && java -Djarmode=tools -jar target/aiproxy.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
WORKDIR /app
# Files that nobody may change, and a user that owns none of them.
RUN useradd --system --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin aiproxy
# The options that the training run and every later run share; an AOT cache that was made with
# another collector or object layout is ignored without a word.
#   UseSerialGC            left to itself the JVM takes Serial on one CPU and G1 on two, and the cache
#                          would fit only one of them. A service that waits for models has a small heap
#                          and next to no work: Serial needs the least memory and no threads of its own.
#   UseCompactObjectHeaders  about a tenth less heap
#   TieredStopAtLevel      compiles once, quickly, and never again with C2: a start takes a third less CPU,
#                          which a quarter of a CPU hasn't to spare
#   NewSize                Serial begins with 3 MB for what is new, and would collect 60 times in a start
#   MaxRAMPercentage       of 512 MB: 282 MB of heap; the rest is for classes, code, threads and buffers
#   ReservedCodeCacheSize, MaxDirectMemorySize   their defaults (240 MB, the size of the heap) together
#                          are more than the container has
#   UsePerfData, tmpdir    the root file system may be read-only. /dev/shm is in memory, and everywhere
#   sun-misc-unsafe        Tomcat and Netty free buffers by it; the warning would stand between JSON lines
#   ExitOnOutOfMemoryError a new task is better than one that limps on
RUN printf '%s\n' \
      -XX:+UseSerialGC \
      -XX:+UseCompactObjectHeaders \
      -XX:TieredStopAtLevel=1 \
      -XX:NewSize=32m \
      -XX:MaxRAMPercentage=55 \
      -XX:ReservedCodeCacheSize=64m \
      -XX:MaxDirectMemorySize=48m \
      -XX:-UsePerfData \
      -Djava.io.tmpdir=/dev/shm \
      --sun-misc-unsafe-memory-access=allow \
      -XX:+ExitOnOutOfMemoryError \
      > jvm.options
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/application/ ./
# JSON lines, which CloudWatch can query, and not the text that a terminal gets. Set before the
# training, which is to see what will run.
ENV PORT=80 \
    LOGGING_STRUCTURED_FORMAT_CONSOLE=logstash
# In bash alone: the base image has neither curl nor wget, and a JVM would take seconds.
RUN printf '%s\n' \
      '#!/usr/bin/env bash' \
      'exec 3<>"/dev/tcp/127.0.0.1/$PORT" || exit 1' \
      'printf "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n" >&3' \
      'read -r -t 4 _ status _ <&3 && [[ $status == 200 ]]' \
      > healthy \
    && chmod 755 healthy
# Trained here and not in the build stage: the cache holds for this JVM, these paths and these files'
# times only. The training runs the service until it answers, since a third of what a start loads
# is loaded after Spring's part of it. The second run fails the build if the cache can't be used.
# The heap is about that of a small task: on a host with 64 GB its share would be too large for
# compressed references, and a cache made without them fits no task.
RUN set -eu; \
    java @jvm.options -Xmx282m -XX:AOTCacheOutput=/app/aiproxy.aot -jar /app/aiproxy.jar serve & service=$!; \
    until ./healthy 2>/dev/null; do kill -0 "$service"; sleep 0.2; done; \
    kill "$service"; \
    wait "$service"; \
    java @jvm.options -Xmx282m -XX:AOTCache=/app/aiproxy.aot -XX:AOTMode=on -jar /app/aiproxy.jar --version
USER aiproxy
EXPOSE 80
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["/app/healthy"]
# The JVM itself is process 1, so that SIGTERM reaches it.
ENTRYPOINT ["java", "@/app/jvm.options", "-XX:AOTCache=/app/aiproxy.aot", "-jar", "/app/aiproxy.jar"]
CMD ["serve"]
