FROM node:20-slim
# pg_dump and pg_restore, for `npm run backup` and `restore`
RUN apt-get update && apt-get install --yes --no-install-recommends postgresql-client && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY schema schema
COPY subgraphs subgraphs
COPY tagging tagging
COPY gateway gateway
ENV NODE_ENV=production HOST=0.0.0.0 ONEFILE_DATA=/data
RUN install -d -o node -g node /data
USER node
VOLUME /data
ENTRYPOINT ["node", "--import", "tsx"]
CMD ["gateway/main.ts"]
