/** What the studio shows for an error code of the Pikzels API. */
export const messages: Record<string, string> = {
  ACCOUNT_SUSPENDED: 'Your account is suspended.',
  API_ACCESS_NOT_ENABLED: 'Your plan does not include the API.',
  GENERATION_TIMEOUT: 'The thumbnail took too long. We try again.',
  INSUFFICIENT_CREDITS: 'You have used up your credits.',
  NAME_ALREADY_EXISTS: 'You already have a persona of this name.',
  NAME_RESERVED: 'This name is reserved. Please choose another one.',
  RATE_LIMITED: 'Too many thumbnails at once. Please wait a moment.',
  SERVICE_UNDER_MAINTENANCE: 'Thumbnails are under maintenance.',
};
