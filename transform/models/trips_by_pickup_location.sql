{{ config(materialized='view') }}

SELECT pickup_location_id AS location_id, COUNT(*) AS counts
FROM {{ source('lake', 'trips') }}
GROUP BY pickup_location_id
