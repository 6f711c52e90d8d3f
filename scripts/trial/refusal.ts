import { DeskError } from '../desk/desk.ts';

/** How the desk answered a request that may be refused; `DONE` where it was not. @throws whatever is no refusal */
export const refusal = async (request: Promise<unknown>): Promise<{ status: number; code: string; message: string }> => {
  try {
    await request;
  } catch (error) {
    if (error instanceof DeskError) return { status: error.status, code: error.code, message: error.message };
    throw error;
  }
  return { status: 200, code: 'DONE', message: '' };
};
